"""The official flowchart draws itself: place, route, paginate, drawing. Pure and deterministic."""
