# Trigonometric, hyperbolic and logarithmic functions of items.
vector(0, 1) sin println
vector(0, 1) cos println
vector(0, 1) tan println
vector(0, 1) asin println
vector(0, 1) acos println
vector(0, 1) atan println
vector(0, 1) sinh println
vector(0, 1) cosh println
vector(0, 1) tanh println
vector(1, 10) log println
vector(1, 10) log10 println
