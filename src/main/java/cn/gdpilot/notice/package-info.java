/**
 * Letters: an outbox row is written with the business change, a worker sends it after the commit.
 * Texts are files that officers edit; who gets which letter when is for the desks.
 */
package cn.gdpilot.notice;
