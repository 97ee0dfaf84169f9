"""Everything that can be set, read once from the environment and passed in; nothing else reads the environment.

No address of a database (`NEO4J_URI`) means the embedded one: a Neo4j of this folder's own, kept under `home`.
"""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

from platformdirs import user_cache_path
from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.failures import BadSetting

Folder = Annotated[Path, AfterValidator(lambda path: path.expanduser().absolute())]


class Settings(BaseSettings):
    """Each field's description says in Vietnamese what a right value is; `BadSetting` quotes it.

    Fields are set by their variables' names alone: by their own, `home` would be taken from HOME.
    """

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True)

    home: Folder = Field(
        default=Path(".chidao"),
        validation_alias="CHIDAO_HOME",
        validate_default=True,
        description="đường dẫn thư mục dữ liệu",
    )
    cache: Folder = Field(
        default_factory=lambda: user_cache_path("chidao"),
        validation_alias="CHIDAO_CACHE",
        description="đường dẫn thư mục chứa các phần tải về",
    )
    neo4j_uri: str | None = Field(
        default=None,
        validation_alias="NEO4J_URI",
        pattern=r"^(neo4j|bolt)(\+s|\+ssc)?://[^/\s@]+/?$",
        description="địa chỉ dạng neo4j://máy:7687 hoặc bolt://máy:7687",
    )
    neo4j_user: str = Field(default="neo4j", validation_alias="NEO4J_USER", description="tên người dùng")
    neo4j_password: SecretStr = Field(
        default=SecretStr(""), validation_alias="NEO4J_PASSWORD", description="mật khẩu của cơ sở dữ liệu"
    )
    neo4j_database: str = Field(
        default="neo4j", validation_alias="NEO4J_DATABASE", description="tên cơ sở dữ liệu trong Neo4j"
    )
    host: str = Field(
        default="127.0.0.1",
        validation_alias="CHIDAO_HOST",
        pattern=r"^[A-Za-z0-9.:-]+$",
        description="địa chỉ mạng mà API lắng nghe",
    )
    port: int = Field(default=8000, validation_alias="CHIDAO_PORT", ge=1, le=65535, description="một số từ 1 đến 65535")
    api_key: SecretStr | None = Field(
        default=None, validation_alias="CHIDAO_API_KEY", description="khóa truy cập API, chỉ gồm chữ ASCII"
    )

    @property
    def embedded(self) -> bool:
        """Whether the database is this home's own."""
        return self.neo4j_uri is None

    @property
    def on_loopback(self) -> bool:
        """Whether the API can be reached from this machine only."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def logs(self) -> Path:
        """Where the background API and unexpected errors are written down."""
        return self.home / "logs"


def load() -> Settings:
    """The settings of this process; a wrong one is told by its variable's name, never by its value."""
    try:
        return Settings()
    except ValidationError as error:
        variable = str(error.errors()[0]["loc"][0])
        fields = Settings.model_fields.values()
        expected = next(field.description for field in fields if field.validation_alias == variable)
        raise BadSetting(name=variable, expected=expected) from None
