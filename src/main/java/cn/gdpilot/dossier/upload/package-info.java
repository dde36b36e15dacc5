/**
 * Uploads that go on where they stopped: after a lost connection, a closed browser or a killed server. Speaks tus 1.0;
 * what becomes of a file that has come whole is the desk's to say.
 */
package cn.gdpilot.dossier.upload;
