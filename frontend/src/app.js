// What the pages gain from a script. All of them read and search without it.
import "./app.css";
import "./behaviour/partial.js";
import "./behaviour/drop.js";
import "./behaviour/keys.js";
import "./behaviour/lights.js";
import "./behaviour/pictures.js";
