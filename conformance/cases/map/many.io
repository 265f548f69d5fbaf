# Many entries come back.
m := Map clone
for(i, 1, 300, m atPut("k" .. i, i))
for(i, 1, 300, 2, m removeAt("k" .. i))
writeln(m size, " ", m values sum, " ", m keys size, " ", m at("k2"), m at("k3"), " ", m keys sort first)
m foreach(k, v, if(m at(k) != v, writeln("wrong")))
