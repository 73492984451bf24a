"""What is read: a page becomes an article, an article becomes facts. Pure: values in, values out."""
