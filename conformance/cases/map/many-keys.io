# A thousand keys, half of them removed.
m := Map clone
1000 repeat(i, m atPut("key" .. i, i))
500 repeat(i, m removeAt("key" .. (i * 2)))
writeln(m size, " ", m at("key1"), " ", m at("key2"), " ", m values sum, " ", m hasKey("key999"))
