/** Decision tables as steps of a model: asked where they are drawn, each answer kept with the version that gave it. */
package cn.gdpilot.platform.engine.rules;
