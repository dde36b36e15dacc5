/**
 * The desk of the process publicity: an officer opens a list to the public, its days run, and it ends when all objections
 * are answered, for whatever level calls it. What an objection is, {@code hearing} knows; whose list it is, the level's desk.
 */
package cn.gdpilot.publicity;
