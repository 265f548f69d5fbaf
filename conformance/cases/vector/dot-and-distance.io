# dotProduct and distanceTo take a vector.
writeln(vector(1, 2, 3) dotProduct(vector(4, 5, 6)), " ", vector(0, 0) distanceTo(vector(3, 4)))
writeln(try(vector(1) dotProduct(1)) error)
writeln(try(vector(1) distanceTo(nil)) error)
