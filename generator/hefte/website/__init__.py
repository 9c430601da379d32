"""Catalogue, frames and templates in; pages out."""
