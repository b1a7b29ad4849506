// Reports: starts here.
