# Numbers that leave the range of integers, and functions of them.
# limits: time 20s
# ends: normal

list(1, -1, 0.5, 1e308, -1e308, 1e18, 4294967296, 0, Number constants inf, Number constants nan) foreach(n,
    list(0, 1, -1, 31, 32, 63, 64, 1e9, -1e9, 1e300, Number constants inf, Number constants nan) foreach(m,
        list("<<", ">>", "&", "|", "^", "%", "mod", "pow", "**", "/", "log", "min", "max", "between", "toBase", "asString", "clip", "bitwiseAnd", "shiftLeft", "shiftRight", "roundDown") foreach(name,
            if(name == "asString" and m abs > 1000, continue)
            try(n perform(name, m))
        )
    )
)
