/** A deadline closes lists and applications; people are told, the engine follows in batches. */
package cn.gdpilot.desk.recommendation.closing;
