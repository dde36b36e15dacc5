/** The look for viruses into what strangers send, where a scanner is configured. */
package cn.gdpilot.dossier.scan;
