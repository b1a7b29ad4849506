// Terminal: starts here.
