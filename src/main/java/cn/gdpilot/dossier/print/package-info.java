/** Papers as PDF: from the application's own templates, with a Chinese font inside and nothing from outside. */
package cn.gdpilot.dossier.print;
