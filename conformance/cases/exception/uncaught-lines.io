# The text of an error may have several lines and quotes.
Exception raise("line one\nline \"two\"\ttab")
