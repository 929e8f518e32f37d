// The page of the SPARQL editor.
import "./editor/editor.css";
import { start } from "./editor/page";

start();
