# A list used as a queue and as a stack at once keeps its order.
queue := list
n := 0
100 repeat(
    3 repeat(queue append(n); n = n + 1)
    queue removeFirst
    if(n % 7 == 0, queue prepend(n))
    if(n % 5 == 0, queue pop)
)
queue size println
queue slice(0, 8) println
queue slice(-5) println
while(queue size > 3, queue removeFirst)
queue println
queue push("x") insertAt("y", 0) println
3 repeat(queue removeFirst println)
queue removeAll println
queue removeFirst println
queue append(1) println
