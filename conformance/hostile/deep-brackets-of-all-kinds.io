# Brackets that are never closed.
# limits: time 20s, memory 500M
# ends: normal, exception, memory

list("(", "[", "{", "a(", "\"", "/*", "a,", ",", "((", "+ (", "a := ") foreach(piece, try(doString(piece repeated(100000))))
