# The API. Its database is the other service of docker-compose.yml, so nothing here starts one.
FROM python:3.12-slim AS build
WORKDIR /src
RUN python -m venv /opt/chidao
ENV PATH=/opt/chidao/bin:$PATH
# Dependencies first: they change less often than our code, and the hashes say exactly which bytes come in.
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY graph graph
COPY ingest ingest
COPY api api
COPY cypher cypher
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim
RUN useradd --system --uid 10001 --create-home --home-dir /data chidao
COPY --from=build /opt/chidao /opt/chidao
ENV PATH=/opt/chidao/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    CHIDAO_HOME=/data \
    CHIDAO_HOST=0.0.0.0
USER 10001
WORKDIR /data
EXPOSE 8000
CMD ["chidao", "serve"]
