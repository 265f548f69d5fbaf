# The same places append to and read from sequences of all kinds, lists and what is neither, over and over.
put := method(target, item,
    e := try(40 repeat(i, target append(item)))
    if(e, e error, target size)
)
put("a" asMutable, 98) println
put("a" asMutable, 300) println
put("a" asMutable, 98.7) println
put("a" asMutable, -1) println
put("a" asMutable, nil) println
put("a" asMutable, "b") println
put("a", 98) println
put(list, 98) println
put("a" asMutable convertToItemType("uint16"), 300) println
put(vector(1, 2), 0.5) println
put(Object clone, 1) println
put("a" asMutable, 98) println
shared := "x" asMutable
3 repeat(i, put(shared, 97 + i))
shared println
many := Sequence clone
50 repeat(i, many append(97 + i % 26))
many println
several := Sequence clone
20 repeat(i, several append(97, 98, 99))
several println
key := "k" asMutable
counts := Map clone
5 repeat(i, counts atPut(key, i); key append(48 + i))
counts keys sort println

Loud := Sequence clone do(append := method(n, resend; appendSeq("!")))
loud := Loud clone
5 repeat(i, loud append(97 + i))
loud println

read := method(texts, r := list; 3 repeat(texts foreach(t, e := try(n := t asNumber); r append(if(e, e error, n)))); r)
read(list("12", "-7", " 3", "1.5", "0x10", "", "abc", "1e3", "12abc", "999999999999999999", 5, "12" asMutable)) println
read(list(nil, list(1))) println
read(list("4" .. "2", Sequence clone)) println
Words := Sequence clone do(asNumber := method(size))
read(list(Words clone appendSeq("three"), "7")) println

cut := method(text, by, text split(by) println)
cut("a,b,,c", ",")
cut(",a,", ",")
cut("", ",")
cut(",", ",")
cut("no separator", ",")
cut("a\nb\n" asMutable, "\n")
cut("aébéc", "é")
cut("a,b" asMutable convertToItemType("uint16"), ",")
cut("a--b-c", "-")
"a,b;c" split(",", ";") println
"a,b" splitNoEmpties(",") println
",a,,b," splitNoEmpties(",") println
