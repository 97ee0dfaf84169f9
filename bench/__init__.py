"""Measurements: each compares the product with a limit in one run and prints the ratio. None is a test."""
