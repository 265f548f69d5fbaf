# Maps that grow and shrink under those who visit them.
# limits: time 2s, memory 50M
# ends: normal, exception, memory, time

m := Map clone
20 repeat(i, m atPut("k" .. i, i))
try(m foreach(k, v, m removeAt(k)))
20 repeat(i, m atPut("k" .. i, i))
try(m foreach(k, v, m empty))
20 repeat(i, m atPut("k" .. i, i))
try(m map(k, v, m removeAt(k)))
20 repeat(i, m atPut("k" .. i, i))
try(m select(k, v, m empty; true))
20 repeat(i, m atPut("k" .. i, i))
try(m detect(k, v, m atPut(k .. "x", 1); false))
m foreach(k, v, m atPut(k .. "x", v))
