# split keeps empty pieces between separators.
"a b  c" split println
"a b  c" splitNoEmpties println
"a,b,,c" split(",") println
