# A call without receiver and with arguments in a block finds the method of its maker's self, also when the method is replaced, given to the object alone, or the block has another maker.
# divergence: the reference hands the locals of a method that has returned to the next activation

one := 1
Task := Object clone do(
    total := 0
    add := method(k, j, total = total + k * j)
    adder := method(block(x, add(x, Lobby one); add(x, Lobby one); self))
)
t := Task clone
f := t adder
for(i, 1, 40, f call(i))
t total println

Task add := method(k, j, total = total + 1000)
f call(1)
t total println

t add := method(k, j, total = total + k + j)
f call(1)
t total println

u := Task clone
blocks := list(t adder, u adder, t adder, u adder)
blocks foreach(b, for(i, 1, 30, b call(i)))
t total println
u total println

# An argument replaces the method: what was found before the arguments is called.
v := Task clone
v add := method(k, j, total = 5)
v swap := method(block(add(v add := method(k, j, total = 7); 1, 1)))
v swap call
v total println
v swap call
v total println

# A local of the maker answers before its self.
v hidden := method(add := method(k, j, "local" println; k); block(x, add(x, x)))
g := v hidden
for(i, 1, 3, g call(i) println)
