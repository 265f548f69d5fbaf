# Functions over items refuse text.
list("sqrt", "abs", "ceil", "floor", "square", "normalize", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "log", "log10") foreach(name,
    writeln(name, ": ", try("abc" asMutable perform(name)) ?error)
)
