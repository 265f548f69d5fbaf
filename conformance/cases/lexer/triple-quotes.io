# Text in triple quotes is raw: no escapes, quotes and newlines as they are.
"""a\nb""" println
"""say "hi" now""" println
"""two
lines""" println
"""""" size println
"""\""" size println
message("""raw "text" \n""") code println
"""x""" isSymbol println
