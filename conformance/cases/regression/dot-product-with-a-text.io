# Found by comparing generated programs with the reference: the products of single-precision numbers and whole ones are single-precision.
vector(0.1, 0.3, 0.7) dotProduct("q'q") println
"q'q" asMutable dotProduct(vector(0.1, 0.3, 0.7)) println
vector(0.1, 0.3, 0.7) dotProduct(vector(113, 39, 113)) println
vector(0.1, 0.3, 0.7) dotProduct("ııı") println
