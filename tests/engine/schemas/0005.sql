BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE api_key (
	id VARCHAR(16) NOT NULL,
	name VARCHAR(60) NOT NULL,
	digest VARCHAR(64) NOT NULL,
	scopes TEXT NOT NULL,
	workshop_id VARCHAR(40),
	made_at BIGINT NOT NULL,
	expires_at BIGINT,
	used_on VARCHAR(10) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (name),
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
CREATE TABLE delivery (
	id VARCHAR(40) NOT NULL,
	webhook_id VARCHAR(40) NOT NULL,
	workshop_id VARCHAR(40) NOT NULL,
	event VARCHAR(40) NOT NULL,
	at BIGINT NOT NULL,
	state VARCHAR(10) NOT NULL,
	attempts INTEGER NOT NULL,
	due_at BIGINT NOT NULL,
	outcome VARCHAR(80) NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (webhook_id, workshop_id, event),
	FOREIGN KEY(webhook_id) REFERENCES webhook (id) ON DELETE CASCADE,
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
CREATE TABLE entry (
	workshop_id VARCHAR(40) NOT NULL,
	n BIGINT NOT NULL,
	at BIGINT NOT NULL,
	"by" VARCHAR(40),
	command VARCHAR(40) NOT NULL,
	type VARCHAR(40) NOT NULL,
	body TEXT NOT NULL,
	streams TEXT NOT NULL,
	PRIMARY KEY (workshop_id, n),
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',1,1795383285909,NULL,'bce5cd18-f4e6-4fdf-ac26-af49c786e60d','workshop.opened','{"type":"workshop.opened","code":"LXCKYN","plan":{"name":"A short café","purpose":"Try in twenty minutes how a story café works","minutes":20,"steps":[{"activity":"arrival","title":"Welcome","minutes":2,"words":"Write one note, move it, and place a dot. Nothing counts yet.","tryout":true},{"activity":"story_round","title":"One good day","minutes":6,"words":"Take turns, about a minute each. Put one idea on each note.","prompt":"When did work go really well for you, and what made that possible?","note_kinds":["helped","hindered"],"seating":"mixed","recap":false,"bring_in":false,"note_length":500},{"activity":"themes","title":"What belongs together","minutes":4,"words":"Put notes together that tell of the same thing. Give a group its name last.","from_steps":[],"who":"everyone","names":"last","suggestions":true},{"activity":"dot_voting","title":"What matters most","minutes":2,"words":"","prompt":"Which themes would you most like to see more of?","over":"themes","where":"hall","dots":3,"cap":1,"voters":"participants","take":3,"own":true},{"activity":"plenary","title":"Hearing each table","minutes":3,"words":"","prompt":"What surprised you at your table?","seconds_each":30},{"activity":"closing_questions","title":"One last question","minutes":2,"words":"","questions":["What will you do a little differently from tomorrow on?"],"answer_length":1000},{"activity":"feedback","title":"How was it for you","minutes":1,"words":"","prompt":"What should we keep, and what should we change?"}],"people":{"table_size":4,"smallest":2,"largest":5,"facilitators":"none","facilitator_counts":false,"groups":[]},"times":{"closing_call":30,"late_notes":60,"reopen":300,"seat_held":180},"quoting":{"days":14},"notice":"Who runs this. Your hosts. Ask them who they work for, and why they do this.\n\nWhat is kept. Your notes, dots, chat lines and answers, and the name you give. It may be made up. Your hosts tell you for how long.\n\nWho sees it. The people at your table see your notes with your name, unless you leave it off. On the wall your words stand without your name. So they do in the report, if you say below that they may be quoted; otherwise only the hosts read them. If they have to, the hosts can find out who wrote a note.\n\nWhat we never promise. We never promise secrecy. If someone may be in danger, we tell the people whose job it is to keep them safe. We talk to you first whenever we can.\n\nIf you change your mind. You can change or take back your own notes until shortly after the round. Later, tell a host, and they leave your note out of what they publish.","contacts":[{"name":"Your hosts","how":"Press “Help and worries”, or speak to them in the video call."}]},"practice":false}','{"hall":1,"desk":1}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',2,1795383286008,NULL,'ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','person.joined','{"type":"person.joined","person":"ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b","role":"host","group":"","quoting":true}','{"desk":2}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',3,1795383286054,'ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','275ac080-252a-48d5-b63f-6dee372b968d','agenda.edited','{"type":"agenda.edited","title":"A short café","planned_minutes":60,"table_size":4,"steps":[{"activity":"arrival","title":"Arriving","minutes":5,"words":"","tryout":true},{"activity":"story_round","title":"Our stories","minutes":20,"words":"","prompt":"What helped?","note_kinds":["helped","hindered"],"seating":"mixed","recap":false,"bring_in":false,"note_length":500},{"activity":"themes","title":"What belongs together","minutes":5,"words":"","from_steps":[],"who":"everyone","names":"last","suggestions":true},{"activity":"closing_questions","title":"One question","minutes":5,"words":"","questions":["What will you do?"],"answer_length":1000}],"groups":[]}','{"hall":2,"desk":3,"wall/s3":1,"wall/s4.0":1}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',4,1795383286103,NULL,'771bff8f-943d-4bf4-8903-31cb3b1cc5ee','person.joined','{"type":"person.joined","person":"771bff8f-943d-4bf4-8903-31cb3b1cc5ee","role":"facilitator","group":"","quoting":true}','{"desk":4}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',5,1795383286103,NULL,'771bff8f-943d-4bf4-8903-31cb3b1cc5ee','table.led','{"type":"table.led","table":1,"person":"771bff8f-943d-4bf4-8903-31cb3b1cc5ee","was":null,"left":null,"sat":null}','{"person/771bff8f-943d-4bf4-8903-31cb3b1cc5ee":1,"desk":5,"table/1":1}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',6,1795383286103,NULL,'771bff8f-943d-4bf4-8903-31cb3b1cc5ee','person.went-away','{"type":"person.went-away","person":"771bff8f-943d-4bf4-8903-31cb3b1cc5ee","table":1}','{"desk":6,"table/1":2}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',7,1795383286156,NULL,'29a8b3f9-12c9-45bb-9b2e-8e210258b033','person.came-back','{"type":"person.came-back","person":"771bff8f-943d-4bf4-8903-31cb3b1cc5ee","table":1}','{"desk":7,"table/1":3}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',8,1795383286201,NULL,'f7439ab1-9e32-4c43-bc47-81babe24be9f','person.joined','{"type":"person.joined","person":"f7439ab1-9e32-4c43-bc47-81babe24be9f","role":"participant","group":"","quoting":true}','{"desk":8}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',9,1795383286256,NULL,'2e72fcda-6c1a-4acb-bd95-af2ee1472e02','person.joined','{"type":"person.joined","person":"2e72fcda-6c1a-4acb-bd95-af2ee1472e02","role":"participant","group":"","quoting":true}','{"desk":9}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',10,1795383286321,'ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','08c573f4-2afd-40a7-97ea-f278f59702d2','step.opened','{"type":"step.opened","step":"s1"}','{"hall":3}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',11,1795383286341,'ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','02b1c749-b684-465e-a917-7acddcfffa14','step.closed','{"type":"step.closed","step":"s1","left":299980}','{"hall":4}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',12,1795383286341,'ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','02b1c749-b684-465e-a917-7acddcfffa14','step.opened','{"type":"step.opened","step":"s2"}','{"hall":5}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',13,1795383286341,'ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','02b1c749-b684-465e-a917-7acddcfffa14','seats.made','{"type":"seats.made","step":"s2","tables":{"1":["771bff8f-943d-4bf4-8903-31cb3b1cc5ee","2e72fcda-6c1a-4acb-bd95-af2ee1472e02","f7439ab1-9e32-4c43-bc47-81babe24be9f"]},"facilitators":{"1":"771bff8f-943d-4bf4-8903-31cb3b1cc5ee"},"seed":3116485117,"repeat_meetings":0,"least_possible":0,"unmet":[]}','{"table/1":4,"person/ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b":1,"person/771bff8f-943d-4bf4-8903-31cb3b1cc5ee":2,"person/f7439ab1-9e32-4c43-bc47-81babe24be9f":1,"person/2e72fcda-6c1a-4acb-bd95-af2ee1472e02":1,"desk":10}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',14,1795383286370,'771bff8f-943d-4bf4-8903-31cb3b1cc5ee','d651607d-efc6-495a-be77-b18fd6f9bf88','note.added','{"type":"note.added","note":"d651607d-efc6-495a-be77-b18fd6f9bf88","step":"s2","table":1,"kind":"helped","text":"A neighbour who listened","by":"771bff8f-943d-4bf4-8903-31cb3b1cc5ee","rank":1.0,"entered_by":null,"anonymous":false,"builds_on":[],"brought_from":null,"late":false}','{"person/771bff8f-943d-4bf4-8903-31cb3b1cc5ee":3,"desk":11,"table/1":5,"wall/s3":2}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',15,1795383286380,'f7439ab1-9e32-4c43-bc47-81babe24be9f','c41278c9-c872-4fad-9acf-9d9c8919b543','note.added','{"type":"note.added","note":"c41278c9-c872-4fad-9acf-9d9c8919b543","step":"s2","table":1,"kind":"helped","text":"Waiting lists, and nobody who knows","by":"f7439ab1-9e32-4c43-bc47-81babe24be9f","rank":2.0,"entered_by":null,"anonymous":false,"builds_on":[],"brought_from":null,"late":false}','{"person/f7439ab1-9e32-4c43-bc47-81babe24be9f":2,"desk":12,"table/1":6,"wall/s3":3}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',16,1795383286395,'2e72fcda-6c1a-4acb-bd95-af2ee1472e02','e9d90811-9aa4-4712-bf0b-42c72cadb3f4','note.added','{"type":"note.added","note":"e9d90811-9aa4-4712-bf0b-42c72cadb3f4","step":"s2","table":1,"kind":"helped","text":"Ein Äpfelchen 🍎; it''s “fine”","by":"2e72fcda-6c1a-4acb-bd95-af2ee1472e02","rank":3.0,"entered_by":null,"anonymous":false,"builds_on":[],"brought_from":null,"late":false}','{"person/2e72fcda-6c1a-4acb-bd95-af2ee1472e02":2,"desk":13,"table/1":7,"wall/s3":4}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',17,1795383286404,'ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','b8fad531-a86d-45b6-a1dc-7e8aef39a96e','step.closed','{"type":"step.closed","step":"s2","left":1199937}','{"hall":6}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',18,1795383286404,'ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','b8fad531-a86d-45b6-a1dc-7e8aef39a96e','step.opened','{"type":"step.opened","step":"s3"}','{"hall":7}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',19,1795383286411,'ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','31668934-264b-47b8-b295-4eafaae814e5','step.closed','{"type":"step.closed","step":"s3","left":299993}','{"hall":8}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',20,1795383286411,'ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','31668934-264b-47b8-b295-4eafaae814e5','step.opened','{"type":"step.opened","step":"s4"}','{"hall":9}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',21,1795383286417,'ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','022d44fe-8f90-449e-9fa1-9c308eee4373','step.closed','{"type":"step.closed","step":"s4","left":299994}','{"hall":10}');
INSERT INTO "entry" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',22,1795383286417,'ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','022d44fe-8f90-449e-9fa1-9c308eee4373','workshop.closed','{"type":"workshop.closed"}','{"hall":11,"desk":14}');
INSERT INTO "entry" VALUES('fc83ba23-8232-485d-be7c-6fe0ad6c6271',1,1795383286741,NULL,'0df2addf-b5e0-4a1c-aba6-03c909cc3379','workshop.opened','{"type":"workshop.opened","code":"JV39M4","plan":{"name":"A short café","purpose":"Try in twenty minutes how a story café works","minutes":20,"steps":[{"activity":"arrival","title":"Welcome","minutes":2,"words":"Write one note, move it, and place a dot. Nothing counts yet.","tryout":true},{"activity":"story_round","title":"One good day","minutes":6,"words":"Take turns, about a minute each. Put one idea on each note.","prompt":"When did work go really well for you, and what made that possible?","note_kinds":["helped","hindered"],"seating":"mixed","recap":false,"bring_in":false,"note_length":500},{"activity":"themes","title":"What belongs together","minutes":4,"words":"Put notes together that tell of the same thing. Give a group its name last.","from_steps":[],"who":"everyone","names":"last","suggestions":true},{"activity":"dot_voting","title":"What matters most","minutes":2,"words":"","prompt":"Which themes would you most like to see more of?","over":"themes","where":"hall","dots":3,"cap":1,"voters":"participants","take":3,"own":true},{"activity":"plenary","title":"Hearing each table","minutes":3,"words":"","prompt":"What surprised you at your table?","seconds_each":30},{"activity":"closing_questions","title":"One last question","minutes":2,"words":"","questions":["What will you do a little differently from tomorrow on?"],"answer_length":1000},{"activity":"feedback","title":"How was it for you","minutes":1,"words":"","prompt":"What should we keep, and what should we change?"}],"people":{"table_size":4,"smallest":2,"largest":5,"facilitators":"none","facilitator_counts":false,"groups":[]},"times":{"closing_call":30,"late_notes":60,"reopen":300,"seat_held":180},"quoting":{"days":14},"notice":"Who runs this. Your hosts. Ask them who they work for, and why they do this.\n\nWhat is kept. Your notes, dots, chat lines and answers, and the name you give. It may be made up. Your hosts tell you for how long.\n\nWho sees it. The people at your table see your notes with your name, unless you leave it off. On the wall your words stand without your name. So they do in the report, if you say below that they may be quoted; otherwise only the hosts read them. If they have to, the hosts can find out who wrote a note.\n\nWhat we never promise. We never promise secrecy. If someone may be in danger, we tell the people whose job it is to keep them safe. We talk to you first whenever we can.\n\nIf you change your mind. You can change or take back your own notes until shortly after the round. Later, tell a host, and they leave your note out of what they publish.","contacts":[{"name":"Your hosts","how":"Press “Help and worries”, or speak to them in the video call."}]},"practice":false}','{"hall":1,"desk":1}');
INSERT INTO "entry" VALUES('fc83ba23-8232-485d-be7c-6fe0ad6c6271',2,1795383286792,NULL,'034114dc-4362-4aef-aa57-ae2023e386aa','person.joined','{"type":"person.joined","person":"034114dc-4362-4aef-aa57-ae2023e386aa","role":"host","group":"","quoting":true}','{"desk":2}');
INSERT INTO "entry" VALUES('fc83ba23-8232-485d-be7c-6fe0ad6c6271',3,1795383286829,'034114dc-4362-4aef-aa57-ae2023e386aa','83a1d91b-73db-4d46-9314-67277eb0d0fe','agenda.edited','{"type":"agenda.edited","title":"A short café","planned_minutes":60,"table_size":4,"steps":[{"activity":"arrival","title":"Arriving","minutes":5,"words":"","tryout":true},{"activity":"story_round","title":"Our stories","minutes":20,"words":"","prompt":"What helped?","note_kinds":["helped","hindered"],"seating":"mixed","recap":false,"bring_in":false,"note_length":500}],"groups":[]}','{"hall":2,"desk":3}');
CREATE TABLE harvest (
	workshop_id VARCHAR(40) NOT NULL,
	pressed_at_n BIGINT NOT NULL,
	pressing VARCHAR(40) NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (workshop_id),
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
INSERT INTO "harvest" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd',22,'49d9bb1d-64af-43fb-b975-844649cc4374','{"format":4,"published":false,"workshop":"6292b36b-c369-4e46-9ae8-6cd5226cf3bd","code":"LXCKYN","title":"A short café","purpose":"Try in twenty minutes how a story café works","plan":"A short café","planned_minutes":60,"contacts":[{"name":"Your hosts","how":"Press “Help and worries”, or speak to them in the video call."}],"closed":true,"practice":false,"opened_at":1795383285909,"started_at":1795383286321,"closed_at":1795383286417,"through":22,"in_short":[],"attendance":{"anchor":"who-was-there","entries":[2,4,8,9,13],"evidence":["round-s2"],"text":"A total of 4 participants including the support team.","people":4,"participants":2,"support":2,"facilitators":1,"hosts":1,"only_joined":0},"rounds":[],"walls":[],"themes":[],"votes":[],"decisions":[],"missing":[],"priorities":[],"groups":[],"plenaries":[],"questions":[],"feedback":[],"steps":[],"pictures":{"themes":[{"board":"s3","title":"What belongs together","notes":3,"not_grouped":3,"at_tables":true,"themes":[]}],"maps":[],"mixing":{"people":3,"twice":0,"rounds":[{"no":1,"title":"Our stories","people":3,"tables":1,"new":3,"again":0}],"met":[[2,3]]},"timeline":{"length":96,"every":10000,"counts":[3],"bands":[{"title":"Arriving","begin":0,"end":20,"notes":0,"chat":0,"answers":0},{"title":"Our stories","begin":20,"end":83,"notes":3,"chat":0,"answers":0},{"title":"What belongs together","begin":83,"end":90,"notes":0,"chat":0,"answers":0},{"title":"One question","begin":90,"end":96,"notes":0,"chat":0,"answers":0}]}},"blueprint":{"context":null,"in_the_way":[],"helps":[],"both":[],"experiments":[],"coverage":[],"issued":[],"notices":[]}}');
CREATE TABLE harvest_line (
	workshop_id VARCHAR(40) NOT NULL,
	section VARCHAR(60) NOT NULL,
	"key" VARCHAR(200) NOT NULL,
	within VARCHAR(200) NOT NULL,
	place INTEGER NOT NULL,
	body TEXT NOT NULL,
	entries TEXT NOT NULL,
	PRIMARY KEY (workshop_id, section, "key"),
	FOREIGN KEY(workshop_id) REFERENCES harvest (workshop_id) ON DELETE CASCADE
);
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','in_short','short-1','',0,'{"anchor":"short-1","evidence":["who-was-there"],"text":"A total of 4 participants including the support team."}','[2,4,8,9,13]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','in_short','short-2','',1,'{"anchor":"short-2","evidence":["round-s2"],"text":"3 people sat at 1 table and wrote 3 notes in 1 round."}','[12,13,17]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','rounds.notes','note-d651607d-efc6-495a-be77-b18fd6f9bf88','round-s2',0,'{"anchor":"note-d651607d-efc6-495a-be77-b18fd6f9bf88","evidence":[],"id":"d651607d-efc6-495a-be77-b18fd6f9bf88","step":"s2","round":1,"table":1,"kind":"helped","text":"A neighbour who listened","highlighted":false,"late":false,"edited":0,"builds_on":[],"brought_from":null}','[14]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','rounds.notes','note-c41278c9-c872-4fad-9acf-9d9c8919b543','round-s2',1,'{"anchor":"note-c41278c9-c872-4fad-9acf-9d9c8919b543","evidence":[],"id":"c41278c9-c872-4fad-9acf-9d9c8919b543","step":"s2","round":1,"table":1,"kind":"helped","text":"Waiting lists, and nobody who knows","highlighted":false,"late":false,"edited":0,"builds_on":[],"brought_from":null}','[15]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','rounds.notes','note-e9d90811-9aa4-4712-bf0b-42c72cadb3f4','round-s2',2,'{"anchor":"note-e9d90811-9aa4-4712-bf0b-42c72cadb3f4","evidence":[],"id":"e9d90811-9aa4-4712-bf0b-42c72cadb3f4","step":"s2","round":1,"table":1,"kind":"helped","text":"Ein Äpfelchen 🍎; it''s “fine”","highlighted":false,"late":false,"edited":0,"builds_on":[],"brought_from":null}','[16]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','rounds','round-s2','',0,'{"anchor":"round-s2","evidence":["note-d651607d-efc6-495a-be77-b18fd6f9bf88","note-c41278c9-c872-4fad-9acf-9d9c8919b543","note-e9d90811-9aa4-4712-bf0b-42c72cadb3f4"],"step":"s2","no":1,"title":"Our stories","prompt":"What helped?","planned_minutes":20,"taken_seconds":0,"people":3,"participants":2,"support":1,"tables":1,"seats":[{"table":1,"participants":2,"support":1}],"repeat_meetings":0,"least_possible":0,"unmet":[],"kinds":[{"kind":"helped","notes":3,"tables":1},{"kind":"hindered","notes":0,"tables":0}],"note_tables":1,"notes":[]}','[12,13,17]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','walls','wall-s3','',0,'{"anchor":"wall-s3","evidence":["note-d651607d-efc6-495a-be77-b18fd6f9bf88","note-c41278c9-c872-4fad-9acf-9d9c8919b543","note-e9d90811-9aa4-4712-bf0b-42c72cadb3f4"],"step":"s3","title":"What belongs together","notes":3,"themes":0,"not_grouped":["d651607d-efc6-495a-be77-b18fd6f9bf88","c41278c9-c872-4fad-9acf-9d9c8919b543","e9d90811-9aa4-4712-bf0b-42c72cadb3f4"]}','[18,19]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','questions','question-s4-0','',0,'{"anchor":"question-s4-0","evidence":[],"step":"s4","no":1,"text":"What will you do?","answers":[],"topics":[],"not_grouped":[]}','[20,21]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','steps','step-s1','',0,'{"anchor":"step-s1","evidence":[],"step":"s1","title":"Arriving","activity":"arrival","phase":"closed","planned_minutes":5,"added_minutes":0,"taken_seconds":0,"stretches":[0],"reopened":0}','[10,11]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','steps','step-s2','',1,'{"anchor":"step-s2","evidence":[],"step":"s2","title":"Our stories","activity":"story_round","phase":"closed","planned_minutes":20,"added_minutes":0,"taken_seconds":0,"stretches":[0],"reopened":0}','[12,17]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','steps','step-s3','',2,'{"anchor":"step-s3","evidence":[],"step":"s3","title":"What belongs together","activity":"themes","phase":"closed","planned_minutes":5,"added_minutes":0,"taken_seconds":0,"stretches":[0],"reopened":0}','[18,19]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','steps','step-s4','',3,'{"anchor":"step-s4","evidence":[],"step":"s4","title":"One question","activity":"closing_questions","phase":"closed","planned_minutes":5,"added_minutes":0,"taken_seconds":0,"stretches":[0],"reopened":0}','[20,21]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','blueprint.notices','notice-1','',0,'{"anchor":"notice-1","evidence":[],"text":"Nobody grouped notes into themes, so nothing is drafted here about what gets in the way and what helps. Read the notes in the report and group them together with the people who wrote them."}','[]');
INSERT INTO "harvest_line" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','blueprint.notices','notice-2','',1,'{"anchor":"notice-2","evidence":[],"text":"No table chose ideas to bring to everyone, so there is no experiment to draft. Ask the tables which of their ideas they want to try first."}','[]');
CREATE TABLE person (
	workshop_id VARCHAR(40) NOT NULL,
	id VARCHAR(40) NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (workshop_id, id),
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
INSERT INTO "person" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','ae1be1b9-0cc3-42b4-b6e7-eb2720dc5b8b','Hal');
INSERT INTO "person" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','771bff8f-943d-4bf4-8903-31cb3b1cc5ee','Fay');
INSERT INTO "person" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','f7439ab1-9e32-4c43-bc47-81babe24be9f','Ann');
INSERT INTO "person" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','2e72fcda-6c1a-4acb-bd95-af2ee1472e02','Bob');
INSERT INTO "person" VALUES('fc83ba23-8232-485d-be7c-6fe0ad6c6271','034114dc-4362-4aef-aa57-ae2023e386aa','Hal');
CREATE TABLE webhook (
	id VARCHAR(40) NOT NULL,
	url TEXT NOT NULL,
	event VARCHAR(40) NOT NULL,
	workshop_id VARCHAR(40),
	made_at BIGINT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
CREATE TABLE workshop (
	id VARCHAR(40) NOT NULL,
	code VARCHAR(12) NOT NULL,
	title TEXT NOT NULL,
	status VARCHAR(20) NOT NULL,
	practice BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (code)
);
INSERT INTO "workshop" VALUES('6292b36b-c369-4e46-9ae8-6cd5226cf3bd','LXCKYN','A short café','closed',0,1795383285909,1795383286418);
INSERT INTO "workshop" VALUES('fc83ba23-8232-485d-be7c-6fe0ad6c6271','JV39M4','A short café','lobby',0,1795383286741,1795383286742);
COMMIT;
