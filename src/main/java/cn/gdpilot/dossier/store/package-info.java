/**
 * Where files lie, each under its SHA-256: a local folder, or whatever else keeps names and bytes. What a file is, whose
 * it is and who may see it stand in the rows of those who keep it; nothing here knows.
 */
package cn.gdpilot.dossier.store;
