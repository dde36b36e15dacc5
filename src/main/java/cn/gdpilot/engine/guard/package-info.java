/**
 * Stands around an engine that gets no more fixes: at its web addresses ({@link cn.gdpilot.engine.guard.HttpFence}), before
 * its commands ({@link cn.gdpilot.engine.guard.PersonGuard}), in its expressions and at the door for models. Each of them
 * refuses what it does not know.
 */
package cn.gdpilot.engine.guard;
