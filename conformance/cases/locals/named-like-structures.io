# Locals that are called as control structures and setters are answer first.
f := method(if := method(a, "mine"); if(1))
f println
g := method(while := method(a, b, "mine"); while(false, 2))
g println
k := method(return := method(a, "mine"); return(1); 3)
k println
l := method(loop := method(a, "mine"); for := method(a, b, c, d, "four"); list(loop(1), for(4, 1, 2, 3)))
l println
w := method(setSlot := method(a, b, "mine"); x := 2)
w println
O := Object clone do(n := 0; go4 := method(q := 1; updateSlot := method(name, value, 7); q = 2; q); go5 := method(updateSlot := method(name, value, 7); list(n = 2, n)))
O clone go4 println
O clone go5 println
