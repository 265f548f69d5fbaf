# Binary formats that promise more than there is.
# limits: time 10s
# ends: normal, memory

list("*B", "z", "*", "9s", "hhhh", "", "*999B", "s999") foreach(format,
    try(Sequence pack(format, 1, 2, 3))
    try("abc" unpack(format))
)
