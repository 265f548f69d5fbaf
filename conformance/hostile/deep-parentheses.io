# A source nested a million deep.
# limits: time 20s, memory 1000M
# ends: normal, exception, memory

doString("(" repeated(1000000) .. "1" .. ")" repeated(1000000))
