/**
 * Papers from templates that officers edit in Word, Excel or as a page: read, judged, filled, the last good one kept.
 * What a paper says is given by whoever makes it; nothing here knows a case.
 */
package cn.gdpilot.dossier.template;
