"""What is read: pages become articles, articles become facts. Pure: values in, values out."""
