# Escapes of code points.
# divergence: the reference takes the u as it is
"\u0041\u00e9" println
"\u0041" size println
"\u00" println
