/** PDFs: font, glyphs, QR codes, office programs. */
package cn.gdpilot.domain.papers.print;
