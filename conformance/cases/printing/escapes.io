# Texts print raw; in lists they are quoted and escaped.
"a\nb" println
list("a\nb") println
list("quote\"", "back\\slash", "tab\t", "\r", "\0") println
list("é", "日本") println
"é日😀" println
list("") println
"a\0b" size println
list(1, "1") println
