/** The disc (光盘) that goes with a list: all materials, ordered by project and class, checkable by anybody (BagIt 1.0, RFC 8493). */
package cn.gdpilot.dossier.disc;
