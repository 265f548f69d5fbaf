# Conditions that compare with a literal, whatever is compared.
kindOf := method(x, if(x == "one", 1, if(x == 2, "two", if(x != nil, "something", "nothing"))))
Odd := Object clone do(== := method(other, if(other == "one", "yes", nil)); != := method(other, nil))
list("one", "on" .. "e", "One", 2, 2.5, nil, true, Object clone, list(1), Odd) map(x, kindOf(x)) println
zero := method(x, if(x == 0, "zero", if(x != 0, "not zero", "neither")))
list(0, -0, 1, "0", nil, 0 / 0) map(x, zero(x)) println

# A text that is changed is another one; the literal stays.
word := "go" asMutable
steps := 0
while(word == "go", steps = steps + 1; if(steps == 3, word appendSeq("ne")))
list(steps, word) println
again := method(w, if(w == "go", "go", "no go"))
list(again("go"), again(word), again("go" clone)) println

# The operators of texts and numbers are replaced, and come back.
old := Sequence getSlot("==")
try(Sequence == := method(other, "asked"))
list(again("stop"), again("go")) println
Sequence removeSlot("==")
list(again("stop"), again("go")) println

# Ways that end at once: of conditions in conditions, loops and blocks.
last := method(a, b, if(a, if(b == "x", "ax", "a"), if(b == "x", "x", nil)))
list(last(true, "x"), last(true, 1), last(false, "x"), last(nil, nil)) println
find := method(l, what, l foreach(i, x, if(x == what, return i); if(x == "end", break("ended"))))
list(find(list(1, "a", "end", 4), "a"), find(list(1, "end", 2), 2), find(list(3), 4)) println
count := method(n, found := 0; for(i, 1, n, if(i % 2 == 0, if(i == 4, continue, found = found + 1), if(i == 7, found = found + 100))); found)
count(10) println
