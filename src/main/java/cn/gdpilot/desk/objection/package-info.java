/**
 * Objections are taken, answered and carried out (process {@code objection}). How one is kept, {@code
 * domain.objection} knows.
 */
package cn.gdpilot.desk.objection;
