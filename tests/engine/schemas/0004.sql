BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
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
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',1,1795374183453,NULL,'d069aec6-ce6f-4ba1-8ed2-afad9f531578','workshop.opened','{"type":"workshop.opened","code":"XRRWR7","plan":{"name":"A short café","purpose":"Try in twenty minutes how a story café works","minutes":20,"steps":[{"activity":"arrival","title":"Welcome","minutes":2,"words":"Write one note, move it, and place a dot. Nothing counts yet.","tryout":true},{"activity":"story_round","title":"One good day","minutes":6,"words":"Take turns, about a minute each. Put one idea on each note.","prompt":"When did work go really well for you, and what made that possible?","note_kinds":["helped","hindered"],"seating":"mixed","recap":false,"bring_in":false,"note_length":500},{"activity":"themes","title":"What belongs together","minutes":4,"words":"Put notes together that tell of the same thing. Give a group its name last.","from_steps":[],"who":"everyone","names":"last","suggestions":true},{"activity":"dot_voting","title":"What matters most","minutes":2,"words":"","prompt":"Which themes would you most like to see more of?","over":"themes","where":"hall","dots":3,"cap":1,"voters":"participants","take":3,"own":true},{"activity":"plenary","title":"Hearing each table","minutes":3,"words":"","prompt":"What surprised you at your table?","seconds_each":30},{"activity":"closing_questions","title":"One last question","minutes":2,"words":"","questions":["What will you do a little differently from tomorrow on?"],"answer_length":1000},{"activity":"feedback","title":"How was it for you","minutes":1,"words":"","prompt":"What should we keep, and what should we change?"}],"people":{"table_size":4,"smallest":2,"largest":5,"facilitators":"none","facilitator_counts":false,"groups":[]},"times":{"closing_call":30,"late_notes":60,"reopen":300,"seat_held":180},"quoting":{"days":14},"notice":"Who runs this. Your hosts. Ask them who they work for, and why they do this.\n\nWhat is kept. Your notes, dots, chat lines and answers, and the name you give. It may be made up. Your hosts tell you for how long.\n\nWho sees it. The people at your table see your notes with your name, unless you leave it off. On the wall and in the report your words stand without your name. If they have to, the hosts can find out who wrote a note.\n\nWhat we never promise. We never promise secrecy. If someone may be in danger, we tell the people whose job it is to keep them safe. We talk to you first whenever we can.\n\nIf you change your mind. You can change or take back your own notes until shortly after the round. Later, tell a host, and they leave your note out of what they publish.","contacts":[{"name":"Your hosts","how":"Press “Help and worries”, or speak to them in the video call."}]},"practice":false}','{"hall":1,"desk":1}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',2,1795374183493,NULL,'a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','person.joined','{"type":"person.joined","person":"a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0","role":"host","group":"","quoting":true}','{"desk":2}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',3,1795374183511,'a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','6f66057e-e84a-42dd-b5b0-4dbe861b6771','agenda.edited','{"type":"agenda.edited","title":"A short café","planned_minutes":60,"table_size":4,"steps":[{"activity":"arrival","title":"Arriving","minutes":5,"words":"","tryout":true},{"activity":"story_round","title":"Our stories","minutes":20,"words":"","prompt":"What helped?","note_kinds":["helped","hindered"],"seating":"mixed","recap":false,"bring_in":false,"note_length":500},{"activity":"themes","title":"What belongs together","minutes":5,"words":"","from_steps":[],"who":"everyone","names":"last","suggestions":true},{"activity":"closing_questions","title":"One question","minutes":5,"words":"","questions":["What will you do?"],"answer_length":1000}],"groups":[]}','{"hall":2,"desk":3,"wall/s3":1,"wall/s4.0":1}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',4,1795374183516,NULL,'435e9be4-7735-4e27-b067-6c5af4b5e3f5','person.joined','{"type":"person.joined","person":"435e9be4-7735-4e27-b067-6c5af4b5e3f5","role":"facilitator","group":"","quoting":true}','{"desk":4}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',5,1795374183516,NULL,'435e9be4-7735-4e27-b067-6c5af4b5e3f5','table.led','{"type":"table.led","table":1,"person":"435e9be4-7735-4e27-b067-6c5af4b5e3f5","was":null,"left":null,"sat":null}','{"person/435e9be4-7735-4e27-b067-6c5af4b5e3f5":1,"desk":5,"table/1":1}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',6,1795374183516,NULL,'435e9be4-7735-4e27-b067-6c5af4b5e3f5','person.went-away','{"type":"person.went-away","person":"435e9be4-7735-4e27-b067-6c5af4b5e3f5","table":1}','{"desk":6,"table/1":2}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',7,1795374183525,NULL,'a5eb6222-003a-4050-bfb9-5243c9361cf8','person.came-back','{"type":"person.came-back","person":"435e9be4-7735-4e27-b067-6c5af4b5e3f5","table":1}','{"desk":7,"table/1":3}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',8,1795374183529,NULL,'541810a1-cf78-42f3-91c6-6709e1210e1f','person.joined','{"type":"person.joined","person":"541810a1-cf78-42f3-91c6-6709e1210e1f","role":"participant","group":"","quoting":true}','{"desk":8}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',9,1795374183542,NULL,'1201b04d-542d-49a6-9db4-6b414888692f','person.joined','{"type":"person.joined","person":"1201b04d-542d-49a6-9db4-6b414888692f","role":"participant","group":"","quoting":true}','{"desk":9}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',10,1795374183554,'a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','ed519fbc-4f38-493f-bdd2-1bf66fbace63','step.opened','{"type":"step.opened","step":"s1"}','{"hall":3}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',11,1795374183558,'a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','e6db04fc-dbeb-41ce-8fc5-1cc18a73dfed','step.closed','{"type":"step.closed","step":"s1","left":299996}','{"hall":4}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',12,1795374183558,'a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','e6db04fc-dbeb-41ce-8fc5-1cc18a73dfed','step.opened','{"type":"step.opened","step":"s2"}','{"hall":5}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',13,1795374183558,'a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','e6db04fc-dbeb-41ce-8fc5-1cc18a73dfed','seats.made','{"type":"seats.made","step":"s2","tables":{"1":["435e9be4-7735-4e27-b067-6c5af4b5e3f5","1201b04d-542d-49a6-9db4-6b414888692f","541810a1-cf78-42f3-91c6-6709e1210e1f"]},"facilitators":{"1":"435e9be4-7735-4e27-b067-6c5af4b5e3f5"},"seed":1291021245,"repeat_meetings":0,"least_possible":0,"unmet":[]}','{"table/1":4,"person/a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0":1,"person/435e9be4-7735-4e27-b067-6c5af4b5e3f5":2,"person/541810a1-cf78-42f3-91c6-6709e1210e1f":1,"person/1201b04d-542d-49a6-9db4-6b414888692f":1,"desk":10}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',14,1795374183565,'435e9be4-7735-4e27-b067-6c5af4b5e3f5','8cd7799b-0130-46ed-95cb-b5520e6b9800','note.added','{"type":"note.added","note":"8cd7799b-0130-46ed-95cb-b5520e6b9800","step":"s2","table":1,"kind":"helped","text":"A neighbour who listened","by":"435e9be4-7735-4e27-b067-6c5af4b5e3f5","rank":1.0,"entered_by":null,"anonymous":false,"builds_on":[],"brought_from":null,"late":false}','{"person/435e9be4-7735-4e27-b067-6c5af4b5e3f5":3,"desk":11,"table/1":5,"wall/s3":2}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',15,1795374183567,'541810a1-cf78-42f3-91c6-6709e1210e1f','64649f01-d72e-48ac-a6cd-bcfa7c60e160','note.added','{"type":"note.added","note":"64649f01-d72e-48ac-a6cd-bcfa7c60e160","step":"s2","table":1,"kind":"helped","text":"Waiting lists, and nobody who knows","by":"541810a1-cf78-42f3-91c6-6709e1210e1f","rank":2.0,"entered_by":null,"anonymous":false,"builds_on":[],"brought_from":null,"late":false}','{"person/541810a1-cf78-42f3-91c6-6709e1210e1f":2,"desk":12,"table/1":6,"wall/s3":3}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',16,1795374183571,'1201b04d-542d-49a6-9db4-6b414888692f','f75e6639-a67e-4bf5-86f1-dfb086ff7fd5','note.added','{"type":"note.added","note":"f75e6639-a67e-4bf5-86f1-dfb086ff7fd5","step":"s2","table":1,"kind":"helped","text":"Ein Äpfelchen 🍎; it''s “fine”","by":"1201b04d-542d-49a6-9db4-6b414888692f","rank":3.0,"entered_by":null,"anonymous":false,"builds_on":[],"brought_from":null,"late":false}','{"person/1201b04d-542d-49a6-9db4-6b414888692f":2,"desk":13,"table/1":7,"wall/s3":4}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',17,1795374183574,'a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','2c4a81e2-4a3f-4fed-8ce2-b9da8be3a823','step.closed','{"type":"step.closed","step":"s2","left":1199984}','{"hall":6}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',18,1795374183574,'a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','2c4a81e2-4a3f-4fed-8ce2-b9da8be3a823','step.opened','{"type":"step.opened","step":"s3"}','{"hall":7}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',19,1795374183580,'a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','7b06e813-f461-4fe8-bf76-b2b72e3dc4d9','step.closed','{"type":"step.closed","step":"s3","left":299994}','{"hall":8}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',20,1795374183580,'a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','7b06e813-f461-4fe8-bf76-b2b72e3dc4d9','step.opened','{"type":"step.opened","step":"s4"}','{"hall":9}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',21,1795374183584,'a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','fcac1ede-df29-4e07-902f-07758d202f0c','step.closed','{"type":"step.closed","step":"s4","left":299996}','{"hall":10}');
INSERT INTO "entry" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',22,1795374183584,'a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','fcac1ede-df29-4e07-902f-07758d202f0c','workshop.closed','{"type":"workshop.closed"}','{"hall":11,"desk":14}');
INSERT INTO "entry" VALUES('5d275b9d-85b6-4400-8db2-5c3b28b2f020',1,1795374183741,NULL,'c726cb1a-9b6b-42d1-a41f-cba7847c5135','workshop.opened','{"type":"workshop.opened","code":"9PKRCT","plan":{"name":"A short café","purpose":"Try in twenty minutes how a story café works","minutes":20,"steps":[{"activity":"arrival","title":"Welcome","minutes":2,"words":"Write one note, move it, and place a dot. Nothing counts yet.","tryout":true},{"activity":"story_round","title":"One good day","minutes":6,"words":"Take turns, about a minute each. Put one idea on each note.","prompt":"When did work go really well for you, and what made that possible?","note_kinds":["helped","hindered"],"seating":"mixed","recap":false,"bring_in":false,"note_length":500},{"activity":"themes","title":"What belongs together","minutes":4,"words":"Put notes together that tell of the same thing. Give a group its name last.","from_steps":[],"who":"everyone","names":"last","suggestions":true},{"activity":"dot_voting","title":"What matters most","minutes":2,"words":"","prompt":"Which themes would you most like to see more of?","over":"themes","where":"hall","dots":3,"cap":1,"voters":"participants","take":3,"own":true},{"activity":"plenary","title":"Hearing each table","minutes":3,"words":"","prompt":"What surprised you at your table?","seconds_each":30},{"activity":"closing_questions","title":"One last question","minutes":2,"words":"","questions":["What will you do a little differently from tomorrow on?"],"answer_length":1000},{"activity":"feedback","title":"How was it for you","minutes":1,"words":"","prompt":"What should we keep, and what should we change?"}],"people":{"table_size":4,"smallest":2,"largest":5,"facilitators":"none","facilitator_counts":false,"groups":[]},"times":{"closing_call":30,"late_notes":60,"reopen":300,"seat_held":180},"quoting":{"days":14},"notice":"Who runs this. Your hosts. Ask them who they work for, and why they do this.\n\nWhat is kept. Your notes, dots, chat lines and answers, and the name you give. It may be made up. Your hosts tell you for how long.\n\nWho sees it. The people at your table see your notes with your name, unless you leave it off. On the wall and in the report your words stand without your name. If they have to, the hosts can find out who wrote a note.\n\nWhat we never promise. We never promise secrecy. If someone may be in danger, we tell the people whose job it is to keep them safe. We talk to you first whenever we can.\n\nIf you change your mind. You can change or take back your own notes until shortly after the round. Later, tell a host, and they leave your note out of what they publish.","contacts":[{"name":"Your hosts","how":"Press “Help and worries”, or speak to them in the video call."}]},"practice":false}','{"hall":1,"desk":1}');
INSERT INTO "entry" VALUES('5d275b9d-85b6-4400-8db2-5c3b28b2f020',2,1795374183766,NULL,'5aa55877-a749-4048-a901-1efd5437fecd','person.joined','{"type":"person.joined","person":"5aa55877-a749-4048-a901-1efd5437fecd","role":"host","group":"","quoting":true}','{"desk":2}');
INSERT INTO "entry" VALUES('5d275b9d-85b6-4400-8db2-5c3b28b2f020',3,1795374183781,'5aa55877-a749-4048-a901-1efd5437fecd','f366d2e7-a50f-4ed7-a50e-edda6a350d5a','agenda.edited','{"type":"agenda.edited","title":"A short café","planned_minutes":60,"table_size":4,"steps":[{"activity":"arrival","title":"Arriving","minutes":5,"words":"","tryout":true},{"activity":"story_round","title":"Our stories","minutes":20,"words":"","prompt":"What helped?","note_kinds":["helped","hindered"],"seating":"mixed","recap":false,"bring_in":false,"note_length":500}],"groups":[]}','{"hall":2,"desk":3}');
CREATE TABLE harvest (
	workshop_id VARCHAR(40) NOT NULL,
	pressed_at_n BIGINT NOT NULL,
	pressing VARCHAR(40) NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (workshop_id),
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
INSERT INTO "harvest" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958',22,'3a2c27a5-fe7b-4a10-bd8b-92fa2787b437','{"format":2,"workshop":"9f82e045-9874-44f3-a7fd-bd313d248958","code":"XRRWR7","title":"A short café","purpose":"Try in twenty minutes how a story café works","plan":"A short café","planned_minutes":60,"contacts":[{"name":"Your hosts","how":"Press “Help and worries”, or speak to them in the video call."}],"closed":true,"practice":false,"opened_at":1795374183453,"started_at":1795374183554,"closed_at":1795374183584,"through":22,"in_short":[],"attendance":{"anchor":"who-was-there","entries":[2,4,8,9,13],"evidence":["round-s2"],"text":"A total of 4 participants including the support team.","people":4,"participants":2,"support":2,"facilitators":1,"hosts":1,"only_joined":0},"rounds":[],"walls":[],"themes":[],"votes":[],"decisions":[],"missing":[],"priorities":[],"groups":[],"plenaries":[],"questions":[],"feedback":[],"steps":[],"pictures":{"themes":[{"board":"s3","title":"What belongs together","notes":3,"not_grouped":3,"at_tables":true,"themes":[]}],"maps":[],"mixing":{"people":3,"twice":0,"rounds":[{"no":1,"title":"Our stories","people":3,"tables":1,"new":3,"again":0}],"met":[[2,3]]},"timeline":{"length":30,"every":10000,"counts":[3],"bands":[{"title":"Arriving","begin":0,"end":4,"notes":0,"chat":0,"answers":0},{"title":"Our stories","begin":4,"end":20,"notes":3,"chat":0,"answers":0},{"title":"What belongs together","begin":20,"end":26,"notes":0,"chat":0,"answers":0},{"title":"One question","begin":26,"end":30,"notes":0,"chat":0,"answers":0}]}},"blueprint":{"in_the_way":[],"helps":[],"both":[],"experiments":[],"notices":[]}}');
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
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','in_short','short-1','',0,'{"anchor":"short-1","evidence":["who-was-there"],"text":"A total of 4 participants including the support team."}','[2,4,8,9,13]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','in_short','short-2','',1,'{"anchor":"short-2","evidence":["round-s2"],"text":"3 people sat at 1 table and wrote 3 notes in 1 round."}','[12,13,17]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','rounds.notes','note-8cd7799b-0130-46ed-95cb-b5520e6b9800','round-s2',0,'{"anchor":"note-8cd7799b-0130-46ed-95cb-b5520e6b9800","evidence":[],"id":"8cd7799b-0130-46ed-95cb-b5520e6b9800","step":"s2","round":1,"table":1,"kind":"helped","text":"A neighbour who listened","highlighted":false,"late":false,"edited":0,"builds_on":[],"brought_from":null}','[14]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','rounds.notes','note-64649f01-d72e-48ac-a6cd-bcfa7c60e160','round-s2',1,'{"anchor":"note-64649f01-d72e-48ac-a6cd-bcfa7c60e160","evidence":[],"id":"64649f01-d72e-48ac-a6cd-bcfa7c60e160","step":"s2","round":1,"table":1,"kind":"helped","text":"Waiting lists, and nobody who knows","highlighted":false,"late":false,"edited":0,"builds_on":[],"brought_from":null}','[15]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','rounds.notes','note-f75e6639-a67e-4bf5-86f1-dfb086ff7fd5','round-s2',2,'{"anchor":"note-f75e6639-a67e-4bf5-86f1-dfb086ff7fd5","evidence":[],"id":"f75e6639-a67e-4bf5-86f1-dfb086ff7fd5","step":"s2","round":1,"table":1,"kind":"helped","text":"Ein Äpfelchen 🍎; it''s “fine”","highlighted":false,"late":false,"edited":0,"builds_on":[],"brought_from":null}','[16]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','rounds','round-s2','',0,'{"anchor":"round-s2","evidence":["note-8cd7799b-0130-46ed-95cb-b5520e6b9800","note-64649f01-d72e-48ac-a6cd-bcfa7c60e160","note-f75e6639-a67e-4bf5-86f1-dfb086ff7fd5"],"step":"s2","no":1,"title":"Our stories","prompt":"What helped?","planned_minutes":20,"taken_seconds":0,"people":3,"participants":2,"support":1,"tables":1,"seats":[{"table":1,"participants":2,"support":1}],"repeat_meetings":0,"least_possible":0,"unmet":[],"kinds":[{"kind":"helped","notes":3,"tables":1},{"kind":"hindered","notes":0,"tables":0}],"note_tables":1,"notes":[]}','[12,13,17]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','walls','wall-s3','',0,'{"anchor":"wall-s3","evidence":["note-8cd7799b-0130-46ed-95cb-b5520e6b9800","note-64649f01-d72e-48ac-a6cd-bcfa7c60e160","note-f75e6639-a67e-4bf5-86f1-dfb086ff7fd5"],"step":"s3","title":"What belongs together","notes":3,"themes":0,"not_grouped":["8cd7799b-0130-46ed-95cb-b5520e6b9800","64649f01-d72e-48ac-a6cd-bcfa7c60e160","f75e6639-a67e-4bf5-86f1-dfb086ff7fd5"]}','[18,19]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','questions','question-s4-0','',0,'{"anchor":"question-s4-0","evidence":[],"step":"s4","no":1,"text":"What will you do?","answers":[],"topics":[],"not_grouped":[]}','[20,21]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','steps','step-s1','',0,'{"anchor":"step-s1","evidence":[],"step":"s1","title":"Arriving","activity":"arrival","phase":"closed","planned_minutes":5,"added_minutes":0,"taken_seconds":0,"stretches":[0],"reopened":0}','[10,11]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','steps','step-s2','',1,'{"anchor":"step-s2","evidence":[],"step":"s2","title":"Our stories","activity":"story_round","phase":"closed","planned_minutes":20,"added_minutes":0,"taken_seconds":0,"stretches":[0],"reopened":0}','[12,17]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','steps','step-s3','',2,'{"anchor":"step-s3","evidence":[],"step":"s3","title":"What belongs together","activity":"themes","phase":"closed","planned_minutes":5,"added_minutes":0,"taken_seconds":0,"stretches":[0],"reopened":0}','[18,19]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','steps','step-s4','',3,'{"anchor":"step-s4","evidence":[],"step":"s4","title":"One question","activity":"closing_questions","phase":"closed","planned_minutes":5,"added_minutes":0,"taken_seconds":0,"stretches":[0],"reopened":0}','[20,21]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','blueprint.notices','notice-1','',0,'{"anchor":"notice-1","evidence":[],"text":"Nobody grouped notes into themes, so nothing is drafted here about what gets in the way and what helps. Read the notes in the report and group them together with the people who wrote them."}','[]');
INSERT INTO "harvest_line" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','blueprint.notices','notice-2','',1,'{"anchor":"notice-2","evidence":[],"text":"No table chose ideas to bring to everyone, so there is no experiment to draft. Ask the tables which of their ideas they want to try first."}','[]');
CREATE TABLE person (
	workshop_id VARCHAR(40) NOT NULL,
	id VARCHAR(40) NOT NULL,
	name TEXT NOT NULL,
	PRIMARY KEY (workshop_id, id),
	FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
INSERT INTO "person" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','a27e5f64-c2bd-4607-8d6f-ff63cc5a67a0','Hal');
INSERT INTO "person" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','435e9be4-7735-4e27-b067-6c5af4b5e3f5','Fay');
INSERT INTO "person" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','541810a1-cf78-42f3-91c6-6709e1210e1f','Ann');
INSERT INTO "person" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','1201b04d-542d-49a6-9db4-6b414888692f','Bob');
INSERT INTO "person" VALUES('5d275b9d-85b6-4400-8db2-5c3b28b2f020','5aa55877-a749-4048-a901-1efd5437fecd','Hal');
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
INSERT INTO "workshop" VALUES('9f82e045-9874-44f3-a7fd-bd313d248958','XRRWR7','A short café','closed',0,1795374183453,1795374183584);
INSERT INTO "workshop" VALUES('5d275b9d-85b6-4400-8db2-5c3b28b2f020','9PKRCT','A short café','lobby',0,1795374183741,1795374183741);
COMMIT;
