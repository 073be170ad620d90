export { default, initSync } from "./glue";
