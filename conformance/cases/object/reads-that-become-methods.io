# What is added to or compared with something is a slot of one object and a method of the next: first many slots, then many methods, then both in turns.
Data := Object clone do(v := 1)
Computed := Object clone do(base := 2; v := method(base * 5); w := method(n, n))

sum := method(objects, total := 0; objects foreach(o, total = total + o v); total)
count := method(objects, found := 0; objects foreach(o, if(5 < o v, found = found + 1)); found)
product := method(objects, all := 1; objects foreach(o, all = all * o v % 1009); all)
same := method(objects, found := 0; objects foreach(o, if(10 == o v, found = found + 1)); found)

data := list; 40 repeat(data append(Data clone))
computed := list; 40 repeat(computed append(Computed clone))
both := list; 40 repeat(i, both append(if(i % 2 == 0, Data, Computed)))

all := method(objects, list(sum(objects), count(objects), product(objects), same(objects)))
all(data) println
all(computed) println
all(data) println
all(both) println
all(computed) println

sumOfComputed := method(objects, total := 0; objects foreach(o, total = total + o v); total)
sumOfComputed(computed) println
sumOfComputed(computed) println
sumOfComputed(data) println
Computed v := 3
sumOfComputed(computed) println
sumOfComputed(data) println
Computed v := method(error)
e := try(sumOfComputed(computed))
e error println
Computed v := method("text")
e := try(sumOfComputed(computed))
e error println

# Built-ins are methods, too.
lengths := method(texts, total := 0; texts foreach(t, total = total + t size); total)
numbers := method(texts, total := 0; texts foreach(t, total = total + t asNumber); total)
texts := list; 40 repeat(i, texts append(i asString))
lengths(texts) println
numbers(texts) println
lengths(list("a", list(1, 2), Object clone do(size := 4))) println
numbers(list("1", 2, "x")) println
e := try(numbers(list("1", nil)))
e error println

# What the method does to the receiver of the operator is too late for it.
Sneaky := Object clone do(v := method(counter total = 1000; 1))
counter := Object clone do(
    total := 0
    run := method(40 repeat(total = total + Sneaky v); total)
)
counter run println
late := method(
    x := 1
    bump := block(x = 100; 1)
    seen := list
    20 repeat(x = 1; seen append(x + bump call))
    seen unique
)
late println

# An operator that its right side defines comes too late, or not: what counts is when it is looked up.
Own := Object clone do(v := 5; + := method(other, "plus " .. other))
plus := method(left, right, left + right v)
20 repeat(plus(1, Computed clone do(v := method(2))))
plus(1, Own) println
plus(Own, Own) println
plus(Own, Computed clone do(v := method(3))) println
