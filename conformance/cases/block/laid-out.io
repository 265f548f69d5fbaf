# Blocks are laid out as they were written: statements and arguments on the lines they began, operators between operands.
shown := method(b, getSlot("b") asString split("\n") rest join("\n") println)
k := block(v30,
   100 println
   v30
)
shown(getSlot("k"))
m := method(x,
   # note
   100 println;
   x
)
shown(getSlot("m"))
m2 := method(x, 100 println

   x; 5
   "a
b" println
   y := (1 + x) * 3 foo(2) + -4 ; z = 5; (q := 3) bar
   Abc := Object clone do(
      foo := 3
      if(a, b,
         c
      )
   )
   return 3 - (a and b) or(c)
)
shown(getSlot("m2"))
shown(method())
shown(method(nil))
shown(block(a, b, a <= b))
