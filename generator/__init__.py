"""Kế hoạch mở: public plans of Vietnamese provinces as checked data and a site."""

__version__ = "0.1.0"
