/**
 * The disc (光盘) that goes with a list: all materials, ordered by project and class, as zip and .iso, checkable by anybody
 * (BagIt 1.0, RFC 8493), and its check at a counter. Which lists have one, and who may see it, is for the desks.
 */
package cn.gdpilot.dossier.disc;
