/** The tables that are asked once an officer has answered "accept": their facts, and the way back with what they found. */
package cn.gdpilot.desk.application.acceptance.tables;
