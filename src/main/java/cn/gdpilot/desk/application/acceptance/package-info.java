/**
 * The unit accepts, returns or refuses what arrived, and what follows when a window opens again or an objection is
 * upheld.
 */
package cn.gdpilot.desk.application.acceptance;
