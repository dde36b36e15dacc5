/**
 * The round: opening it, and which units take part. Extending and closing follow the models; ranking, reviewing and
 * selecting are other desks'.
 */
package cn.gdpilot.campaign;
