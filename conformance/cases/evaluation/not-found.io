# What nobody answers raises, with the receiver's type.
try(foo) error println
try(1 foo) error println
try("a" foo) error println
try(nil foo) error println
try(list(1) foo(2)) error println
try(Object clone foo) error println
Dog := Object clone
try(Dog foo) error println
try(Dog clone bark) error println
dog := Dog clone
try(dog bark) error println
try(method(1) foo) error println
try(block(1) foo) error println
try(Foo) error println
