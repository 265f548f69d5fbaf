# Methods in methods in methods.
# limits: time 20s, memory 1000M
# ends: normal, exception, memory

doString("method(" repeated(100000) .. "1" .. ")" repeated(100000)) asString size println
